package org.triviumcrm.marketing.cost;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.Notices;

/** Tells owners when their campaign has cost a good part of its budget, and when it has cost more: once each. */
@Component
class CostWarnings {

    private static final int AT_ONCE = 200;

    private final CostWarningRepository warnings;
    private final Notices notices;

    CostWarnings(CostWarningRepository warnings, Notices notices) {
        this.warnings = warnings;
        this.notices = notices;
    }

    /** Whoever has not been told yet; part of the transaction that has passed the level, or of a job. */
    @Transactional
    void tell() {
        for (CostWarning passed : warnings.take(AT_ONCE)) {
            notices.tell(
                    List.of(passed.ownerId()),
                    "marketing.cost.notice." + passed.level(),
                    List.of(
                            passed.campaign(),
                            new Notices.Money(passed.cost(), passed.currency()),
                            new Notices.Money(passed.budget(), passed.currency())),
                    "/marketing/campaigns/" + passed.campaignId());
        }
    }
}
