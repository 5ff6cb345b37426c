package org.triviumcrm.marketing.audience;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of target lists. */
@Configuration(proxyBeanMethods = false)
class AudienceHistory {

    @Bean
    HistoryTable historyOfAudiences() {
        return new HistoryTable(
                "audience",
                "marketing.audience.one",
                "name",
                AudienceList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "marketing.audience.name"),
                        HistoryField.text("note", "marketing.audience.note"),
                        new HistoryField("owner_id", "marketing.audience.owner", "person")));
    }
}
