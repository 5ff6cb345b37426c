package org.triviumcrm.marketing.capture;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of keys; what they are called outside, and what they sign with, is not told. */
@Configuration(proxyBeanMethods = false)
class CaptureHistory {

    @Bean
    HistoryTable historyOfCaptureKeys() {
        return new HistoryTable(
                "capture_key",
                "marketing.capture.one",
                "name",
                "/administration/captures/{id}/edit",
                List.of(
                        HistoryField.text("name", "marketing.capture.name"),
                        HistoryField.text("source", "marketing.capture.source"),
                        new HistoryField("campaign_id", "marketing.capture.campaign", "campaign"),
                        HistoryField.text("site", "marketing.capture.site"),
                        new HistoryField("owner_id", "marketing.capture.owner", "person"),
                        new HistoryField("min_seconds", "marketing.capture.minSeconds", HistoryField.NUMBER),
                        new HistoryField("per_address", "marketing.capture.perAddress", HistoryField.NUMBER),
                        new HistoryField("per_hour", "marketing.capture.perHour", HistoryField.NUMBER),
                        new HistoryField("active", "marketing.capture.active", HistoryField.YES_NO)));
    }
}
