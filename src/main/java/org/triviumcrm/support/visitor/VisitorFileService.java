package org.triviumcrm.support.visitor;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.support.chat.ChatFile;
import org.triviumcrm.support.chat.ChatFileRepository;
import org.triviumcrm.support.chat.ChatFiles;
import org.triviumcrm.support.chat.ChatRepository;
import org.triviumcrm.support.chat.ChatTalk;
import org.triviumcrm.support.chat.ChatWordKind;
import org.triviumcrm.support.chat.HeldChat;

/** Files that visitors send and get: those of the talk whose token they show, and no other. */
@Service
public class VisitorFileService {

    private static final Duration WHILE = Duration.ofMinutes(10);

    private final VisitorKeys keys;
    private final ChatRepository chats;
    private final ChatTalk talk;
    private final ChatFiles sending;
    private final ChatFileRepository files;
    private final FloodRepository flood;
    private final Clock clock;

    VisitorFileService(
            VisitorKeys keys,
            ChatRepository chats,
            ChatTalk talk,
            ChatFiles sending,
            ChatFileRepository files,
            FloodRepository flood,
            Clock clock) {
        this.keys = keys;
        this.chats = chats;
        this.talk = talk;
        this.sending = sending;
        this.files = files;
        this.flood = flood;
        this.clock = clock;
    }

    /** One more file; the same one sent twice is one, also after the end. @param address of the net */
    @Transactional(rollbackFor = IOException.class)
    void send(String key, @Nullable String token, Sent sent, SentFile file, String address) throws IOException {
        long id = keys.chat(key, token);
        String client = sent.client();
        HeldChat chat = talk.hold(id);
        if (chats.isSaid(id, client)) {
            return;
        }
        if (chat.isOver()) {
            throw NotTaken.over("ended");
        }
        Instant now = clock.instant();
        String place = VisitorKeys.marked(keys.widget(key), address);
        VisitorKeys.limit(flood.count(chat.widgetId(), "FILE", Long.toString(id), WHILE, now), 10);
        VisitorKeys.limit(flood.count(chat.widgetId(), "FILE", place, WHILE, now), 30);
        VisitorKeys.limit(flood.count(chat.widgetId(), "FILE", "", WHILE, now), 500);
        if (sending.isFull(chat)) {
            throw new TooMuch();
        }
        sending.say(chat, ChatWordKind.VISITOR, null, file, client);
    }

    /** @throws NoSuchChat when the talk has none, or it was sent among ourselves */
    @Transactional(readOnly = true)
    public ChatFile find(String key, @Nullable String token, long id) {
        return files.find(keys.chat(key, token), id, true).orElseThrow(NoSuchChat::new);
    }

    @Transactional(readOnly = true)
    public void write(String key, @Nullable String token, long id, OutputStream target) throws IOException {
        files.write(find(key, token, id).id(), target);
    }
}
