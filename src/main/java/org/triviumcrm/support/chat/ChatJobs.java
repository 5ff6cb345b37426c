package org.triviumcrm.support.chat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after talks, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class ChatJobs {

    private static final Duration LOOKED = Duration.ofSeconds(10);

    @Bean
    Task<Void> lookAfterChats(ObjectProvider<ChatWatch> watch) {
        return Tasks.recurring("support-look-after-chats", FixedDelay.of(LOOKED))
                .execute((instance, context) -> watch.getObject().look());
    }
}
