package org.triviumcrm.sales.pipeline;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of pipelines and their stages. */
@Configuration(proxyBeanMethods = false)
class PipelineHistory {

    @Bean
    HistoryTable historyOfPipelines() {
        return new HistoryTable(
                "pipeline",
                "sales.pipeline",
                "name",
                "/administration/pipelines/{id}/edit",
                List.of(
                        HistoryField.text("name", "sales.pipeline.name"),
                        new HistoryField("team_id", "sales.pipeline.team", "team"),
                        new HistoryField("active", "sales.pipeline.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfStages() {
        return new HistoryTable(
                "stage",
                "sales.stage.one",
                "name",
                "/administration/stages/{id}/edit",
                List.of(
                        new HistoryField("pipeline_id", "sales.pipeline", "pipeline"),
                        HistoryField.text("name", "sales.stage.name"),
                        new HistoryField("position", "sales.stage.position", HistoryField.NUMBER),
                        new HistoryField("probability", "sales.stage.probability", HistoryField.NUMBER),
                        new HistoryField("expected_days", "sales.stage.expectedDays", HistoryField.NUMBER),
                        new HistoryField("conversion", "sales.stage.conversion", HistoryField.NUMBER),
                        new HistoryField("basis", "sales.stage.basis", "stage-basis")));
    }

    @Bean
    HistoryNames namesOfPipelines(JdbcClient database) {
        return new RecordNames(database, "pipeline");
    }

    @Bean
    HistoryNames namesOfStages(JdbcClient database) {
        return new RecordNames(database, "stage");
    }

    @Bean
    HistoryNames namesOfStageBases(MessageSource messages) {
        return new ConstantNames(messages, "stage-basis", "sales.stage.basis.");
    }
}
