package org.triviumcrm.sales.quote;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;

/** Notes which quotes nobody has decided when their day was over, as the company counts it; each in a transaction of its own. */
@Component
class QuoteExpiryJob {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteExpiryJob.class);

    private final QuotePageRepository pages;
    private final QuoteLifeService life;
    private final Companies companies;
    private final Clock clock;

    QuoteExpiryJob(QuotePageRepository pages, QuoteLifeService life, Companies companies, Clock clock) {
        this.pages = pages;
        this.life = life;
        this.companies = companies;
        this.clock = clock;
    }

    /** One that can't expire keeps none of the others back; it is tried again the next time. */
    void run() {
        Viewer job = Viewer.job("sales.log.expiry");
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        List<Long> over = pages.over(today);
        for (long id : over) {
            try {
                life.expire(job, id, today);
            } catch (RuntimeException e) {
                LOG.warn("Quote {} does not expire", id, e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> expireQuotes(ObjectProvider<QuoteExpiryJob> job) {
            return Tasks.recurring("sales-expire-quotes", FixedDelay.of(Duration.ofMinutes(20)))
                    .execute((instance, context) -> job.getObject().run());
        }
    }
}
