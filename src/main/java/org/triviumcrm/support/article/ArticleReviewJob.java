package org.triviumcrm.support.article;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every hour for articles that are to be looked at again. */
@Configuration(proxyBeanMethods = false)
class ArticleReviewJob {

    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    Task<Void> remindOfArticles(ObjectProvider<ArticleReviews> reviews) {
        return Tasks.recurring("support-remind-of-articles", FixedDelay.of(PAUSE))
                .execute((instance, context) -> reviews.getObject().remind());
    }
}
