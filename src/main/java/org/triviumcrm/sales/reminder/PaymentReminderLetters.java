package org.triviumcrm.sales.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.shared.web.Refusal;

/** Writes the letters that remind of payments as they leave, and keeps back what is not true any more. */
@Component
class PaymentReminderLetters implements LetterSource {

    static final String KEY = "sales-payment-reminder";

    private final PaymentReminderRepository reminders;
    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final Notices notices;
    private final Clock clock;

    PaymentReminderLetters(
            PaymentReminderRepository reminders,
            ContractFactsRepository facts,
            ContractExits exits,
            Notices notices,
            Clock clock) {
        this.reminders = reminders;
        this.facts = facts;
        this.exits = exits;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    /** None when something of it was paid meanwhile, or is due later: whoever wrote it hears that. */
    @Override
    @Transactional
    public Optional<OutsideLetter> letter(long id) {
        Optional<PaymentReminder> found = reminders.find(id).filter(one -> one.withdrawnAt() == null);
        if (found.isPresent() && !mayLeave(found.get())) {
            PaymentReminder late = found.get();
            reminders.withdraw(id, now());
            reminders.settle(late.contractId());
            tell(late, "sales.reminder.notice.withdrawn");
            return Optional.empty();
        }
        return found.map(PaymentReminderLetters::written);
    }

    private boolean mayLeave(PaymentReminder reminder) {
        try {
            return reminders.isTrue(reminder.id())
                    && facts.find(reminder.contractId())
                            .map(now -> exits.leave(ContractExit.REMINDER, now))
                            .isPresent();
        } catch (Refusal mayNotLeave) {
            return false;
        }
    }

    private static OutsideLetter written(PaymentReminder reminder) {
        return new OutsideLetter(
                reminder.internetId(),
                null,
                reminder.by(),
                reminder.replyTo(),
                null,
                List.of(),
                reminder.subject(),
                reminder.text(),
                PlainHtml.of(reminder.text()),
                false,
                List.of());
    }

    /** Nobody was reminded by it, and whoever has sent it hears that. */
    @Override
    @Transactional
    public void failed(long id) {
        reminders.find(id).ifPresent(reminder -> {
            reminders.fail(id, now());
            reminders.settle(reminder.contractId());
            tell(reminder, "sales.letter.notice.failed");
        });
    }

    private void tell(PaymentReminder reminder, String key) {
        if (reminder.personId() != null) {
            notices.tell(
                    List.of(reminder.personId()),
                    key,
                    List.of(reminder.subject(), reminder.address()),
                    "/sales/contracts/" + reminder.contractId() + "/payments");
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
