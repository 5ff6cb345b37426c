package org.triviumcrm.support.visitor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transcripts on their way to visitors. */
@Repository
class ChatLetterRepository {

    private final JdbcClient database;

    ChatLetterRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param chinese whether the visitor's page was */
    record ChatLetter(
            long id,
            long chatId,
            String internetId,
            boolean chinese,
            @Nullable String visitorName,
            Instant createdAt) {}

    int sentTo(String address, Instant since) {
        return database.sql("select count(*) from chat_letter where lower(address) = lower(:address) and at >= :since")
                .param("address", address)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Empty when there is one of this talk already. */
    Optional<Long> add(long chatId, String address, String domain, Instant now) {
        return database.sql("""
                        insert into chat_letter (id, chat_id, address, internet_id, at)
                        values (nextval('chat_letter_seq'), :chat, :address, 'chat.' || gen_random_uuid() || '@' || :domain, :now)
                        on conflict (chat_id) do nothing returning id""")
                .param("chat", chatId)
                .param("address", address)
                .param("domain", domain)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<ChatLetter> find(long id) {
        return database.sql("""
                        select l.id, l.chat_id, l.internet_id, c.language = 'ZH' as chinese, c.visitor_name, c.created_at
                        from chat_letter l join chat c on c.id = l.chat_id where l.id = ?""").param(id).query(ChatLetter.class).optional();
    }
}
