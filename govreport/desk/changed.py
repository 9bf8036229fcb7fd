"""What has been changed in a report since it was returned, as the clerk and the reviewer see it."""

from collections.abc import Mapping

from govreport.audit.models import Entry
from govreport.desk.editor import field_href, form_for
from govreport.desk.review_pages import ChangedField, ChangedSection
from govreport.desk.text_fields import by_field
from govreport.reports.changes import changes_since
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import Change


def changed_since(report: Report, returned: Entry) -> tuple[ChangedSection, ...]:
    """What has been changed since it was returned, by section and in the order of its form."""
    changes = changes_since(report, returned)
    sections = Section.objects.filter(report=report, key__in=changes)
    by_key = {SectionKey(section.key): section for section in sections}
    return tuple(_changed_section(report, by_key[key], fields) for key, fields in changes.items())


def _changed_section(report: Report, section: Section, changes: Mapping[str, Change]) -> ChangedSection:
    section.report = report
    told = by_field(form_for(section), changes)
    heading, form = SectionKey(section.key).label, form_for(section, dict.fromkeys(told, ""))
    shown, fields = form_for(section), []
    for name, field in form.fields.items():
        if name in told:
            label = "正文" if field.label == heading else str(field.label)
            href = field_href(section, shown, name)
            fields.append(ChangedField(label, told[name].before, told[name].now, href))
    return ChangedSection(heading, tuple(fields))
