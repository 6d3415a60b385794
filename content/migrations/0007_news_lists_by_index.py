import django.utils.timezone
from django.db import migrations, models

# The few pages that editors marked for the menu, which Wagtail itself has no index for. On SQLite a later migration of
# Wagtail's may drop it: the menu is then only slower.
MAKE = "CREATE INDEX pages_in_menus ON wagtailcore_page (locale_id, path) WHERE show_in_menus"
DROP = "DROP INDEX IF EXISTS pages_in_menus"


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0006_rubrics_and_shipped_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AlterField(
            model_name="newspage",
            name="date",
            field=models.DateField(default=django.utils.timezone.localdate, verbose_name="date"),
        ),
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(fields=["date", "rubric", "pinned_until", "page_ptr"], name="news_by_date"),
        ),
        migrations.AddIndex(
            model_name="newspage",
            index=models.Index(
                condition=models.Q(("pinned_until__isnull", False)), fields=["pinned_until"], name="pinned_news"
            ),
        ),
        migrations.RunSQL(MAKE, DROP),
    ]
