package org.triviumcrm.identity.signin;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets failed sign-ins that are no longer counted, every hour. */
@Configuration(proxyBeanMethods = false)
class SignInGuardJob {

    @Bean
    Task<Void> forgetFailedSignIns(SignInGuardRepository guard) {
        return Tasks.recurring("identity-forget-failed-sign-ins", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> guard.forget());
    }
}
