"""The words that N501 reads: what is counted (topics), what was done with it (roles), what decides besides.

A word stands where its pattern matches; of two that begin at the same place the one written first counts.
What lies between words is plain text, and plain text explains nothing.

The alternatives of a pattern are found by their first character: each begins with a plain one, or with a
class like [县市]. `_after` spells out what may stand in front: _after("行政", "复议") is "行政复议|复议".
"""

from govreport.checks.narrative.reading.kinds import AMONG, BARE_APPLICATION, FOREIGN, Kind


def _after(prefixes: str, *rests: str) -> str:
    """Each of the rests with each of the prefixes (a list with blanks between) and without one."""
    return "|".join(prefix + rest for prefix in (*prefixes.split(), "") for rest in rests)


_INFO = ("政府信息", "政务信息", "信息")
_ABOUT = "(?:工作|答复|行为|问题|事项|方面|事宜|类)*"
_COURT = "(?:向(?:人民)?法院)?"
_CASE = "(?:案件|案)?"
_THING = "(?:件|办件|案件|事项|业务)?"
_DECISION = "(?:处理)?(?:决定书?)?"
_NOT_ITEMS = "(?!证|申请|事项|信息|服务|清单|类|案卷|权|法|窗口|大厅|裁量|听证|告知|强制)"
_YEAR = "20[0-9]{2}年度?"
_ONWARDS = f"[至到入]?(?:下一?年度?|次年|明年|{_YEAR})(?:继续)?(?:办理|处理|答复|办结)?"
_LAST = ("上一?年度?", "去年度?", _YEAR)
_AREA = "县市区省州旗盟"

_LOOKALIKES = (
    "《[^》\n]{0,60}》?",
    "每(?:收到|接到|受理|办结|答复|办理)",
    "[收接受][到理]一[件份](?:[、，]?[登办答处回][记理结复]一[件份]){1,4}",
    "申请(?:人(?!无正当理由|逾期)|表|书(?!面)|材料|渠道|内容|方式|条件|程序|流程|理由|主体|事由)",
    _after("行政", "复议(?:机关|机构|法|决定|委员|体制|答复|工作)", "诉讼(?:法|请求|时效|费|代理|权利)"),
    "按[时期](?:办结|答复)率|办结率|答复率",
    "[逾超][期时](?:未?答复|未?办结|办理)",
    "延长(?:答复|办理)|延期(?:答复|办理)|补正申请|答复(?:期限|书|函|文书|质量|口径|时限|意见)",
    "行政强制执行申请|处理(?:意见|费|办法|程序)|办理(?:流程|程序|机制)|规范性文件(?:草案|审查|审核|备案|库)",
)

_RESULTS = (
    ("granted_or_partly", _after("予 予以", "公开(?:以?及|和|与|或者?|、)(?:予以)?部分公开")),
    ("partially_granted", _after("予以 作 作出 区分处理后 区分处理后的", "部分公开") + "|区分处理"),
    ("denied", "不予公开|未予公开|不予以公开"),
    ("granted", "予公开|予以公开|同意公开|给予公开|准予公开"),
    ("denied_state_secret", _after("属于 属 涉及", "国家秘密")),
    ("denied_prohibited_by_law", _after("其他", "法律、?行政法规禁止公开")),
    ("denied_security_stability", _after('危及 危及“ 危及"', '三安全一稳定[”"]?')),
    ("denied_third_party_rights", "保护第三方合法权益|损害第三方合法权益|涉及第三方合法权益"),
    ("denied_internal_affairs", _after("属于 属 三类 属于三类 属三类", "内部(?:事务性?|管理)信息")),
    ("denied_deliberative_process", _after("属于 属 四类 属于四类 属四类", "过程性信息")),
    ("denied_enforcement_file", _after("属于 属", "行政执法案卷(?:信息|类)?", "执法案卷类")),
    ("denied_inquiry_matter", _after("属于 属", "行政查询事项")),
    ("unable_not_held", "不掌握(?:相关|该|所申请的?)?(?:政府)?(?:信息)?"),
    (
        "unable_needs_creation",
        "没有现成的?(?:政府)?信息[，、]?(?:需要?另行(?:制作|加工))?|无现成的?(?:政府)?信息|需要?另行制作",
    ),
    ("unable_still_unclear", "补正后(?:申请内容)?(?:仍然?|依然|依旧)不明确"),
    ("unable", "无法提供"),
    (
        "unprocessed_petition_complaint",
        "信访、?举报、?投诉类?(?:的?申请)?|信访投诉类(?:的?申请)?|信访类(?:的?申请)?",
    ),
    ("unprocessed_duplicate", "重复申请"),
    ("unprocessed_publication", _after("要求", "提供公开出版物")),
    ("unprocessed_excessive", _after("无正当理由", "大量反复申请")),
    ("unprocessed_confirm_reissue", _after("要求 要求行政机关", "确认或者?重新出具(?:已获取信息)?")),
    ("unprocessed", "不予处理"),
    ("other_correction_overdue", _after("申请人 无正当理由 申请人无正当理由", "逾期[不未]补正")),
    ("other_fee_unpaid", _after("申请人", "逾期[未不](?:按收费通知要求)?缴纳?费用?")),
    ("other", _after("作 作出", "其他处理")),
)

_ROLES = (
    ("upheld", _after("结果 予以 获 为", "维持")),
    ("corrected", _after("结果 被 予以", "纠正")),
    ("other_result", "其他结果"),
    ("pending", _after("尚 仍", "未审结", "未结案", "在审理?中?") + "|正在审理中?"),
    ("decided", "审结|结案"),
    *_RESULTS,
    (
        "carried_in",
        _after("连同", *(f"{last}末?的?(?:结转|转入|转来|转结|遗留)" for last in _LAST))
        + "|结转自?上一?年度?|结转自?去年|连同结转|加上结转|含结转",
    ),
    (
        "carried_out",
        f"结转{_ONWARDS}|顺延{_ONWARDS}|转{_ONWARDS}|[尚仍]未办(?:结|理完毕)|未办(?:结|理完毕)|"
        "[尚仍正]在办理中?|年[末底]结转",
    ),
    ("carried", "结转"),
    ("received", "收到|新收到?|接收到?|接到|受理|收办"),
    ("finished", "办结|答复|办理完[毕结]|办复|回复"),
    ("handled", "办理|承办|处理(?!决定)"),
    ("arose", "发生|产生|引发|引起|出现|涉及|导致|被申请|被提起|提起"),
    ("disclosed_total", "对外公开总数量?"),
    ("issued", _after("新", "制发", "制定", "制订", "印发", "出台", "制作") + "|新增|颁布"),
    ("repealed", _after("宣布", "废止", "失效")),
    ("in_force", "现行有效"),
    ("kept", "保留|继续有效"),
    ("published", _after("主动 新", "公开(?!的?申请|征求)") + "|公布|公示|发布|推送|归集"),
    ("reviewed", "审查|审核|清理|修订|修改|解读|评估|备案|起草|汇编|梳理|拟(?:订|定|出台)"),
    ("decided_on", "作出|做出|核发|颁发|准予|实施|采取|下达"),
)

_SUED = f"{_COURT}(?:提起|起诉|提出)的?(?:行政)?(?:诉讼)?的?{_CASE}"
_TOPICS = (
    (FOREIGN, _after("行政", "许可申请", "许可事项") + "|行政处罚事项|行政应诉|执行申请|党[内委]规范性文件"),
    (
        "litigation_after_reconsideration",
        _after("经 经过 行政 经行政", f"复议(?:程序)?后(?:又|再次?)?{_SUED}"),
    ),
    (
        "direct_litigation",
        f"未(?:经过?|申请)(?:行政)?复议(?:程序)?而?(?:直接)?{_SUED}|不经(?:行政)?复议(?:程序)?而?(?:直接)?{_SUED}|"
        f"直接{_SUED}",
    ),
    (
        "reconsideration",
        _after("行政 申请行政 申请", f"复议(?:申请)?{_CASE}(?:事项)?"),
    ),
    ("litigation", _after("行政", f"诉讼{_CASE}")),
    ("applications", f"依申请(?:政府|政务)?(?:信息)?公开的?(?:政府)?(?:信息)?(?:申请)?{_THING}"),
    (
        "applications",
        "|".join(f"{info}(?:依申请)?公开的?(?:书面)?申请(?!行政复议|复议|行政诉讼){_THING}" for info in _INFO)
        + f"|公开的?(?:书面)?申请(?!行政复议|复议|行政诉讼){_THING}",
    ),
    ("applications", "申请公开的?(?:政府|政务)?信息"),
    (BARE_APPLICATION, "申请(?!行政|复议|公开|执行|撤|补|延|再审|听证|登记|办理|鉴定)"),
    ("normative_documents", _after("行政 部门 政府", "规范性文件")),
    ("government_rules", _after("地方政府 政府 部门", "规章(?!制度|草案|立法)")),
    ("licenses", f"行政许可{_NOT_ITEMS}{_DECISION}|许可(?:处理)?决定书?|许可(?=[0-9]|、(?:行政)?处罚)"),
    (
        "penalties",
        f"行政处罚{_NOT_ITEMS}{_DECISION}{_CASE}|处罚(?<!不予处罚)(?:处理)?决定书?|"
        "处罚(?<!不予处罚)(?=[0-9]|、(?:行政)?强制)",
    ),
    (
        "compulsory_measures",
        f"行政强制{_NOT_ITEMS}(?:措施|执行)?{_DECISION}|强制(?:措施|执行)?决定|强制(?:措施)?(?=[0-9])",
    ),
    ("administrative_fees", "行政事业性收费(?!项目|目录|标准|清单|依据|单位)(?:总?金额|总额|收入)?"),
    (
        FOREIGN,
        "来信来访|来信|来访|来电|信访(?:件|事项|案件)?|信件|留言|咨询|热线|12345|工单|诉求|投诉|举报|建议|提案|"
        "议案|政策性文件|文件|公文|稿件|信箱|问政|求助|意见|通知书?|告知书|政府信息(?!公开)|政务信息(?!公开)|"
        "信息(?!公开)|动态|公告|清单|事项|资料|材料|会议|培训",
    ),
)

_APPLICANTS = (
    ("natural_person", "自然人|公民"),
    ("organisations", "法人(?:或者?|和|及|、)(?:其他|非法人)组织"),
    ("commercial_enterprise", "商业企业|企业"),
    ("research_institution", "科研机构"),
    ("public_welfare_org", "社会公益组织|公益组织"),
    ("legal_service_org", "法律服务机构|律师事务所"),
)

_TIMES = (
    (Kind.FILL, f"1月(?:1日)?[至到—–~～－-]+(?:{_YEAR})?12月(?:31日)?|12月(?:31日|[底末])|年[底末]"),
    (Kind.THIS_YEAR, "本年度?(?:以来)?|今年(?:以来)?|报告期内?"),
    (Kind.WITHIN_YEAR, "全年|年度?内|一年[来中内]|当年"),
    (Kind.COMPARED, f"[较比与同和](?:上一?年度?|去年|{_YEAR})(?:同期)?|同比|环比|较|相比|相较"),
    (
        Kind.OTHER_TIME,
        f"20[0-9]{{2}}年?[-—–~～至到、和与及]+{_YEAR}|上一?年度?|去年|往年|前年|历年|明年|来年|以来|至今|"
        "近[0-9两二三四五六七八九十]+年|上半年|下半年|前[一二三]季度|计划|预计|力争|下一步|拟于|争取|"
        "[两二三四五六七八九十]年来|[一二三四1234]季度|"
        "[0123456789][0-9]?(?:个月|月份?)|[一二三四五六七八九十][一二]?(?:个月|月份?)",
    ),
    (Kind.YEAR, _YEAR),
    (Kind.UNTIL, "截至|截止"),
    (Kind.CUMULATIVE, "累计"),
)

_SELVES = "(?:局|委|办|厅|镇|乡|街道|单位|机关|中心|院|所|站|部门|会|处|街)(?:机关)?"
_SCOPES = (
    (Kind.ON_BEHALF, f"代表?[{_AREA}]?(?:人民)?政府|以[{_AREA}]?(?:人民)?(?:政府)?(?:办公室|部门)?的?名义"),
    (
        Kind.PART,
        f"[{_AREA}](?:本级|级部门|级单位|直部门|直单位)|本级|各(?:部门|乡镇|镇|乡|街道)|下属单位|所属各?单位",
    ),
    (
        Kind.WHOLE,
        f"[全我本][{_AREA}](?:各级)?(?:各部门|行政机关|单位)?|全系统|各级(?:各部门|行政机关|政府)?|各单位",
    ),
    (Kind.SELF, f"[我本全]{_SELVES}|[局厅委]机关"),
)

_HAPPENED = (
    "收到|接到|接收|收取|受理|发生|产生|引起|引发|出现|涉及|作出|做出|实施|采取|制发|制定|印发|出台|新制|新增|废止|"
    "被申请|被提起|因|征收"
)
_NONES = (
    ("carried_in", "上一?年度?(?:没有|无|未有)(?:申请)?结转"),
    ("carried_out", "年[末底]也?(?:没有|无)结转"),
    (
        "",
        f"[均并也都亦从]未(?:曾|有)?(?={_HAPPENED})|未(?:曾|有)?(?={_HAPPENED})|"
        "没有|无(?!法|正当|障碍|关|线|偿|需|误|理|效|故|例)|不存在|零(?=发生|(?:行政)?(?:复议|诉讼))",
    ),
)

_FILLS = (
    "公民、?法人(?:或者?|和|及|以及|、)?其他组织|社会公众|人民群众|群众|提出|提交|递交|收取|收缴|征收|"
    "共计?|总共|尚有|还有|仍有|其余|一共|合计|总计|总[数量]|数量|量|件数|案件|情况|情形|方面|工作|目前|各类|书面|有效|属于|任何|另外|另有|另|"
    "达到?|仅|只|已经?|为|是|有|计|的|之|数|类|仍|继续|决定|中(?![央心小学等型期介国间共])|"
    '“|”|"|‘|’| |\u3000|\xa0'
)
_MANNERS = (
    _after("在", "法定(?:时限|期限)内", "规定(?:时限|期限)内")
    + "|按[时期]|及时|依[法规]|按规定|妥善|认真|规范"
)


RESULT_ROLES = tuple(name for name, _ in _RESULTS)

# Kind, name and pattern of every word; a name is what the meanings speak of.
WORDS: tuple[tuple[Kind, str, str], ...] = (
    *((Kind.TEXT, "", pattern) for pattern in _LOOKALIKES),
    *((Kind.ROLE, name, pattern) for name, pattern in _ROLES),
    *((Kind.NONE, name, pattern) for name, pattern in _NONES),
    *((Kind.TOPIC, name, pattern) for name, pattern in _TOPICS),
    (Kind.DISCLOSURE, "", _after("涉 涉及 有关 关于", *(f"{info}(?:依申请)?公开{_ABOUT}" for info in _INFO))),
    *((kind, "", pattern) for kind, pattern in _TIMES),
    *((kind, "", pattern) for kind, pattern in _SCOPES),
    (Kind.RESPECTIVELY, "", "分别"),
    (Kind.ALL, "", "均|全部|都|各(?=[0-9零一二两三四五六七八九十])"),
    (Kind.AND_SO_ON, "", "等(?:情形|原因|情况|类型|方面|问题)?(?![级待于额同值])"),
    (Kind.FILL, AMONG, "其中|当中|包括|包含|含"),
    (Kind.FILL, "", _FILLS),
    *((Kind.APPLICANT, name, pattern) for name, pattern in _APPLICANTS),
    (Kind.MANNER, "", _MANNERS),
    (Kind.JOIN, "", "、|以及|或者|和|及|与|或|并|且"),
    (Kind.LINK, "", "因|由于|由|对|就|将|把|被|针对|关于|向"),
)

# What ends a clause.
STOPS = "，,；;：:（）()。！!？?"
