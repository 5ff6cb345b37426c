package org.triviumcrm.support.portal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers those who have forgotten their password, and drops keys that are too old. */
@Configuration(proxyBeanMethods = false)
class PortalJobs {

    @Bean
    Task<Void> answerForgottenPasswords(ObjectProvider<PortalKeyService> keys) {
        return Tasks.recurring("support-portal-passwords", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> keys.getObject().answerAsked());
    }

    @Bean
    Task<Void> removeOldPortalKeys(ObjectProvider<PortalKeyService> keys) {
        return Tasks.recurring("support-portal-keys", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> keys.getObject().removeOld());
    }
}
