package org.triviumcrm.sales.opportunity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.shared.web.NotFound;

/** What steps of many opportunities name, looked at once before any of them is taken. */
@Component
class StepChoices {

    private final OpportunityForms forms;
    private final LostReasonService reasons;
    private final CompetitorService competitors;
    private final PipelineService pipelines;

    StepChoices(
            OpportunityForms forms,
            LostReasonService reasons,
            CompetitorService competitors,
            PipelineService pipelines) {
        this.forms = forms;
        this.reasons = reasons;
        this.competitors = competitors;
        this.pipelines = pipelines;
    }

    Map<String, Object> offers(Viewer viewer) {
        return forms.losing(viewer, null);
    }

    /** @throws NotFound when the reason or the competitor can not be chosen */
    void check(Viewer viewer, long reasonId, @Nullable Long competitorId) {
        reasons.choice(viewer, reasonId);
        if (competitorId != null) {
            competitors.choice(viewer, competitorId);
        }
    }

    /** @throws NotFound when there is no such stage */
    void checkStage(Viewer viewer, long stageId) {
        pipelines.stage(viewer, stageId);
    }
}
