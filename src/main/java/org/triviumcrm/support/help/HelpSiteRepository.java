package org.triviumcrm.support.help;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of the public site. */
@Repository
class HelpSiteRepository {

    private static final SaveHelpSite CLOSED = new SaveHelpSite(false, null, null);

    private final JdbcClient database;

    HelpSiteRepository(JdbcClient database) {
        this.database = database;
    }

    SaveHelpSite read() {
        return database.sql("select active, name_en, name_zh from help_site")
                .query(SaveHelpSite.class)
                .optional()
                .orElse(CLOSED);
    }

    void write(SaveHelpSite site) {
        database.sql("""
                        insert into help_site (active, name_en, name_zh) values (:active, :english, :chinese)
                        on conflict (the_one) do update set active = excluded.active, name_en = excluded.name_en, name_zh = excluded.name_zh""")
                .param("active", site.active())
                .param("english", site.nameEn(), Types.VARCHAR)
                .param("chinese", site.nameZh(), Types.VARCHAR)
                .update();
    }

    /** What goes into the marks of readers, so that nobody who knows an address finds it in them. */
    String secret() {
        return database.sql("select secret::text from help_site")
                .query(String.class)
                .single();
    }
}
