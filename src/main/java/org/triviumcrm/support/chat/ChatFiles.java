package org.triviumcrm.support.chat;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.attachment.SentFile;

/** Says a file in a talk that the caller holds, whose business it is who may. */
@Component
public class ChatFiles {

    private static final int MOST = 50;

    private final ChatTalk talk;
    private final ChatFileRepository files;

    ChatFiles(ChatTalk talk, ChatFileRepository files) {
        this.talk = talk;
        this.files = files;
    }

    /** Whether a talk has as many as one may have. */
    public boolean isFull(HeldChat chat) {
        return files.count(chat.id()) >= MOST;
    }

    /** What its sender has sent already is kept once. */
    public void say(HeldChat chat, ChatWordKind kind, @Nullable Long authorId, SentFile file, @Nullable String clientId)
            throws IOException {
        Optional<Integer> seq = talk.say(chat, kind, authorId, file.name(), clientId);
        if (seq.isPresent()) {
            files.keep(chat.id(), seq.get(), file);
        }
    }
}
