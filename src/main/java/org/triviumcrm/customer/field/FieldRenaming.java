package org.triviumcrm.customer.field;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings new names of people and records to those whose custom fields name them, some thousand a transaction: until then lists show the
 * new name at the place of the old one.
 */
@Component
class FieldRenaming {

    private static final int STEP = 5_000;

    private final FieldNameRepository names;
    private final TransactionTemplate transactions;

    FieldRenaming(FieldNameRepository names, TransactionTemplate transactions) {
        this.names = names;
        this.transactions = transactions;
    }

    void look() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(
                    transaction -> names.take().map(this::step).orElse(false)));
        }
    }

    private boolean step(FieldNameRepository.Renamed renamed) {
        if (names.bring(renamed, STEP)) {
            names.done(renamed);
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> bringFieldNames(ObjectProvider<FieldRenaming> renaming) {
            return Tasks.recurring("customer-field-names", FixedDelay.of(Duration.ofSeconds(20)))
                    .execute((instance, context) -> renaming.getObject().look());
        }
    }
}
