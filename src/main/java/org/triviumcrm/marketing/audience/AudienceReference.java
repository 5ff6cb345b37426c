package org.triviumcrm.marketing.audience;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.roster.SeenReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.TableColumns;

/** Target lists named in a file. */
@Component
class AudienceReference extends SeenReference {

    private static final ImportTable AUDIENCE =
            new ImportTable(AudienceList.NOUN, "audience", "name", AudienceList.PATH + "/{id}", false, List.of(), null);

    AudienceReference(JdbcClient database, TableColumns columns, Viewers viewers) {
        super(database, columns, viewers, AUDIENCE);
    }
}
