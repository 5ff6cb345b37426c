package org.triviumcrm.marketing.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.roster.SeenReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.TableColumns;

/** Campaigns named in a file of something else; a plan is not made by naming it. */
@Component
class CampaignReference extends SeenReference {

    private static final ImportTable CAMPAIGN =
            new ImportTable(CampaignList.NOUN, "campaign", "name", CampaignList.PATH + "/{id}", false, List.of(), null);

    CampaignReference(JdbcClient database, TableColumns columns, Viewers viewers) {
        super(database, columns, viewers, CAMPAIGN);
    }
}
