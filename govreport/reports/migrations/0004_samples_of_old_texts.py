from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from govreport.checks.shingles import RECIPE, Shingles


def sample(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Sample the texts that were saved before there were samples."""
    texts = apps.get_model("reports", "Narrative").objects.using(editor.connection.alias)
    for row in texts.exclude(recipe=RECIPE).iterator():
        row.shingles, row.recipe = Shingles.of(row.text).packed, RECIPE
        row.save(update_fields=["shingles", "recipe"])


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0003_narrative_shingles"),
    ]

    operations = [
        migrations.RunPython(sample, migrations.RunPython.noop, elidable=True),
    ]
