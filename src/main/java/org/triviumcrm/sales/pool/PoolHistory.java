package org.triviumcrm.sales.pool;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistorySet;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of pools. */
@Configuration(proxyBeanMethods = false)
class PoolHistory {

    @Bean
    HistoryTable historyOfPools() {
        return new HistoryTable(
                "opportunity_pool",
                "sales.pool.one",
                "name",
                "/administration/pools/{id}/edit",
                List.of(
                        HistoryField.text("name", "sales.pool.name"),
                        new HistoryField("team_id", "sales.pool.team", "team"),
                        new HistoryField("keeper_id", "sales.pool.keeper", "person"),
                        new HistoryField("position", "sales.pool.position", HistoryField.NUMBER),
                        new HistoryField("active", "sales.pool.active", HistoryField.YES_NO),
                        new HistoryField("no_contact_days", "sales.pool.noContactDays", HistoryField.NUMBER),
                        new HistoryField("no_progress_days", "sales.pool.noProgressDays", HistoryField.NUMBER),
                        new HistoryField("overdue_days", "sales.pool.overdueDays", HistoryField.NUMBER),
                        new HistoryField("owner_left", "sales.pool.ownerLeft", HistoryField.YES_NO),
                        new HistoryField("least_amount", "sales.pool.leastAmount", HistoryField.NUMBER),
                        new HistoryField("most_amount", "sales.pool.mostAmount", HistoryField.NUMBER),
                        new HistoryField("spares_planned", "sales.pool.sparesPlanned", HistoryField.YES_NO),
                        new HistoryField("notice_days", "sales.pool.noticeDays", HistoryField.NUMBER),
                        new HistoryField("most_held", "sales.pool.mostHeld", HistoryField.NUMBER),
                        new HistoryField("most_claims", "sales.pool.mostClaims", HistoryField.NUMBER),
                        new HistoryField("rest_days", "sales.pool.restDays", HistoryField.NUMBER)),
                List.of(
                        new HistorySet(
                                "opportunity_pool_pipeline_aud",
                                "pool_id",
                                "s.pipeline_id::text",
                                "sales.pool.pipelines",
                                "pipeline",
                                "pipelineIds"),
                        new HistorySet(
                                "opportunity_pool_stage_aud",
                                "pool_id",
                                "s.stage_id::text",
                                "sales.pool.stages",
                                "stage",
                                "stageIds")));
    }
}
