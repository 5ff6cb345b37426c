package org.triviumcrm.support.desk;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.support.macro.ApplyMacro;
import org.triviumcrm.support.macro.MacroUseService;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.ThreadEntry;
import org.triviumcrm.support.message.WriteMessage;

/** What an agent says in a ticket, with what a macro makes of it. */
@Service
public class SendingService {

    private final MessageService messages;
    private final MacroUseService macros;

    SendingService(MessageService messages, MacroUseService macros) {
        this.messages = messages;
        this.macros = macros;
    }

    /**
     * All of it or nothing.
     *
     * @param seen id of the last message that the agent has seen, 0 for none; null when that is not known
     * @throws AnsweredMeanwhile when others have written since
     * @throws ObjectOptimisticLockingFailureException when somebody has changed the ticket since the macro was chosen
     * @throws IOException when a file can't be read
     */
    @CanWorkOnTickets
    @Transactional(rollbackFor = IOException.class)
    public void send(
            Viewer viewer,
            long ticketId,
            WriteMessage message,
            List<SentFile> files,
            ApplyMacro macro,
            @Nullable Long seen)
            throws IOException {
        List<ThreadEntry.Message> others = seen == null ? List.of() : messages.since(viewer, ticketId, seen);
        if (!others.isEmpty()) {
            throw new AnsweredMeanwhile(others);
        }
        messages.write(viewer, ticketId, message, files, macro.changes());
        macros.used(viewer, macro.macroId());
    }
}
