package org.triviumcrm.sales.pipeline;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.lostreason.LostReasonService;

/** A new company starts with a pipeline and reasons for losing, in its language. */
@Component
class FirstPipeline {

    private static final List<String> REASONS =
            List.of("price", "competitor", "noBudget", "noDecision", "noNeed", "delivery", "other");

    private final PipelineService pipelines;
    private final LostReasonService reasons;
    private final MessageSource messages;

    FirstPipeline(PipelineService pipelines, LostReasonService reasons, MessageSource messages) {
        this.pipelines = pipelines;
        this.reasons = reasons;
        this.messages = messages;
    }

    @EventListener
    void on(CompanySetUp company) {
        Viewer setup = Viewer.job("identity.log.setup");
        Locale locale = company.locale();
        pipelines.create(
                setup,
                SavePipeline.everybodys(text("sales.seed.pipeline", locale)),
                List.of(
                        SaveStage.planned(text("sales.seed.prospecting", locale), 10, 30, 50),
                        SaveStage.planned(text("sales.seed.qualification", locale), 25, 21, 60),
                        SaveStage.planned(text("sales.seed.proposal", locale), 50, 21, 70),
                        SaveStage.planned(text("sales.seed.negotiation", locale), 75, 14, 80)),
                text("sales.state.WON", locale),
                text("sales.state.LOST", locale));
        REASONS.forEach(reason -> reasons.create(setup, text("sales.seed.reason." + reason, locale), false));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
