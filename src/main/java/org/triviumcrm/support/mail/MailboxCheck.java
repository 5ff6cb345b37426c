package org.triviumcrm.support.mail;

import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.type.TypeService;

/** What of a typed mailbox only the database knows to be wrong. */
@Component
class MailboxCheck {

    private final MailboxService mailboxes;
    private final QueueService queues;
    private final TypeService types;

    MailboxCheck(MailboxService mailboxes, QueueService queues, TypeService types) {
        this.mailboxes = mailboxes;
        this.queues = queues;
        this.types = types;
    }

    /** @param id 0 for a new one */
    void check(Viewer viewer, SaveMailbox input, long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        Mailbox saved = id == 0 ? null : mailboxes.find(viewer, id);
        if (mailboxes.isTaken(viewer, input.address(), id)) {
            errors.rejectValue("address", "support.mailbox.error.taken");
        }
        boolean typed = input.password() != null && !input.password().isEmpty();
        if (typed && !mailboxes.canKeepPasswords(viewer)) {
            errors.rejectValue("password", "support.mailbox.error.key");
        } else if (!typed && (saved == null || saved.getPassword() == null)) {
            errors.rejectValue("password", "support.mailbox.error.password");
        } else if (!typed && saved != null && !saved.isSameAccount(input)) {
            errors.rejectValue("password", "support.mailbox.error.elsewhere");
        }
        Long queue = input.queueId();
        if (queue != null && (saved == null || queue != saved.getQueueId()) && !isQueue(viewer, queue)) {
            errors.rejectValue("queueId", "support.mailbox.error.queue");
        }
        Long type = input.typeId();
        if (type != null && (saved == null || !type.equals(saved.getTypeId())) && !types.isChoice(viewer, type)) {
            errors.rejectValue("typeId", "support.mailbox.error.type");
        }
    }

    private boolean isQueue(Viewer viewer, long id) {
        try {
            queues.choice(viewer, id);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
