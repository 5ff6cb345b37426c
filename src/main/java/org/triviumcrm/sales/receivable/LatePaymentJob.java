package org.triviumcrm.sales.receivable;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.receivable.LatePaymentRepository.Late;

/** Tells who is in charge of a contract, once for each payment that has become late. */
@Component
class LatePaymentJob {

    private final LatePaymentRepository late;
    private final Notices notices;
    private final Companies companies;
    private final Clock clock;

    LatePaymentJob(LatePaymentRepository late, Notices notices, Companies companies, Clock clock) {
        this.late = late;
        this.notices = notices;
        this.companies = companies;
        this.clock = clock;
    }

    /** A batch in one transaction: who was told is noted with the notice. */
    @Transactional
    public void run() {
        Instant now = clock.instant();
        List<Late> found = late.untold(LocalDate.ofInstant(now, companies.zone()));
        for (Late one : found) {
            notices.tell(
                    List.of(one.ownerId()),
                    "sales.receivable.notice.late",
                    List.of(one.number(), one.customer(), new Notices.Money(one.open(), one.currency())),
                    "/sales/contracts/" + one.contractId() + "/payments");
        }
        late.told(found.stream().map(Late::id).toList(), now);
    }

    @Configuration(proxyBeanMethods = false)
    static class Definition {

        @Bean
        Task<Void> tellOfLatePayments(ObjectProvider<LatePaymentJob> job) {
            return Tasks.recurring("sales-late-payments", FixedDelay.of(Duration.ofMinutes(20)))
                    .execute((instance, context) -> job.getObject().run());
        }
    }
}
