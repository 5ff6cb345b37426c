package org.triviumcrm.sales.paper;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The e-mails with quotes. */
@Repository
class QuoteLetterRepository {

    private static final String READ = """
            select l.id, l.quote_id, l.person_id, w.name as by, w.email as reply_to, l.address, l.name, l.subject, l.text, l.internet_id, l.at,
                   l.failed_at
            from quote_letter l left join person w on w.id = l.person_id""";

    private final JdbcClient database;

    QuoteLetterRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param domain of its Message-ID */
    long add(long quote, @Nullable Long person, SendQuote input, String domain, Instant at) {
        return database.sql("""
                        insert into quote_letter (id, quote_id, person_id, address, name, subject, text, internet_id, at)
                        values (nextval('quote_letter_seq'), :quote, :person, :address, :receiver, :subject, :text, :internet, :at)
                        returning id""")
                .param("address", input.address())
                .param("receiver", input.receiver(), Types.VARCHAR)
                .param("subject", input.subject())
                .param("text", input.text())
                .param("quote", quote)
                .param("person", person, Types.BIGINT)
                .param("internet", "quote-" + UUID.randomUUID() + "@" + domain)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<QuoteLetter> find(long id) {
        return database.sql(READ + " where l.id = :id")
                .param("id", id)
                .query(QuoteLetter.class)
                .optional();
    }

    /** Those of a quote, the latest first. */
    List<QuoteLetter> of(long quote) {
        return database.sql(READ + " where l.quote_id = :quote order by l.id desc limit 50")
                .param("quote", quote)
                .query(QuoteLetter.class)
                .list();
    }

    void fail(long id, Instant at) {
        database.sql("update quote_letter set failed_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
