package org.triviumcrm.support.chat;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;

/** Files in talks, for those who lead and see them. */
@Service
public class ChatFileService {

    private final ChatReadRepository readings;
    private final ChatFileRepository files;
    private final ChatTalk talk;
    private final ChatFiles sending;

    ChatFileService(ChatReadRepository readings, ChatFileRepository files, ChatTalk talk, ChatFiles sending) {
        this.readings = readings;
        this.files = files;
        this.talk = talk;
        this.sending = sending;
    }

    /**
     * To the visitor by whoever has the talk; among ourselves by whoever sees it.
     *
     * @param client what the page calls it; null when the page knows no scripts
     * @throws ChatRefused when it is over, somebody else answers, or there are too many already
     */
    @CanAnswerChats
    @Transactional(rollbackFor = IOException.class)
    public void send(Viewer viewer, long id, SentFile file, boolean note, @Nullable String client) throws IOException {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        if (chat.isOver() || !note && !chat.isWith(viewer.personId())) {
            throw new ChatRefused(chat.isOver() ? "support.chat.error.over" : "support.chat.error.notYours");
        }
        if (sending.isFull(chat)) {
            throw new ChatRefused("support.chat.error.files");
        }
        sending.say(chat, note ? ChatWordKind.NOTE : ChatWordKind.AGENT, viewer.personId(), file, client);
    }

    /** @throws NotFound when the viewer does not see the talk, or it has no such file */
    @CanViewChats
    @Transactional(readOnly = true)
    public ChatFile find(Viewer viewer, long id, long fileId) {
        require(viewer, id);
        return files.find(id, fileId, false).orElseThrow(NotFound::new);
    }

    /** @param file as {@link #find} gave it */
    @CanViewChats
    @Transactional(readOnly = true)
    public void write(Viewer viewer, long id, ChatFile file, OutputStream target) throws IOException {
        files.write(find(viewer, id, file.id()).id(), target);
    }

    private void require(Viewer viewer, long id) {
        if (!readings.isVisible(viewer, id)) {
            throw new NotFound();
        }
    }
}
