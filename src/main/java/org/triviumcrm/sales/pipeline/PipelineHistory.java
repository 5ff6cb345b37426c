package org.triviumcrm.sales.pipeline;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistorySet;
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
                        new HistoryField("teams_below", "sales.pipeline.teamsBelow", HistoryField.YES_NO),
                        new HistoryField("move_rule", "sales.rule.moveRule", "move-rule"),
                        new HistoryField("rollback", "sales.rule.rollback", "rollback"),
                        new HistoryField("active", "sales.pipeline.active", HistoryField.YES_NO)),
                List.of(
                        teams("pipeline_team_aud", "sales.pipeline.teams", "teamIds"),
                        teams("pipeline_default_aud", "sales.pipeline.usualOf", "defaultTeamIds")));
    }

    private static HistorySet teams(String table, String label, String property) {
        return new HistorySet(table, "pipeline_id", "s.team_id::text", label, "team", property);
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
                        new HistoryField("basis", "sales.stage.basis", "stage-basis"),
                        new HistoryField("forecast_category", "sales.stage.forecast", "forecast-category"),
                        new HistoryField("entry", "sales.rule.entry", HistoryField.YES_NO)),
                List.of(
                        new HistorySet(
                                "stage_transition_aud",
                                "from_stage_id",
                                "s.to_stage_id::text",
                                "sales.rule.next",
                                "stage",
                                "nextStageIds"),
                        new HistorySet(
                                "stage_field_aud",
                                "stage_id",
                                "s.field",
                                "sales.rule.asked",
                                "stage-field",
                                "fields")));
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
    HistoryNames namesOfMoveRules(MessageSource messages) {
        return new ConstantNames(messages, "move-rule", "sales.rule.move.");
    }

    @Bean
    HistoryNames namesOfRollbacks(MessageSource messages) {
        return new ConstantNames(messages, "rollback", "sales.rule.rollback.");
    }

    @Bean
    HistoryNames namesOfStageFields(MessageSource messages) {
        return new ConstantNames(messages, "stage-field", "sales.rule.field.");
    }

    @Bean
    HistoryNames namesOfForecastCategories(MessageSource messages) {
        return new ConstantNames(messages, "forecast-category", "sales.forecast.category.");
    }

    @Bean
    HistoryNames namesOfStageBases(MessageSource messages) {
        return new ConstantNames(messages, "stage-basis", "sales.stage.basis.");
    }
}
