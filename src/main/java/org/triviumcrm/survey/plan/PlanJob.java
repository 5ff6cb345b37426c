package org.triviumcrm.survey.plan;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few minutes which plans are due; each is once an hour. */
@Configuration(proxyBeanMethods = false)
class PlanJob {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Bean
    Task<Void> askByPlan(ObjectProvider<PlanTurns> turns) {
        return Tasks.recurring("survey-ask-by-plan", FixedDelay.of(PAUSE))
                .execute((instance, context) -> turns.getObject().work());
    }
}
