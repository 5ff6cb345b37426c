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
import org.triviumcrm.sales.line.PaperKind;

/** The e-mails with quotes and contracts. */
@Repository
class PaperLetterRepository {

    private static final String READ = """
            select l.id, l.%1$s_id as paper_id, l.person_id, w.name as by, w.email as reply_to, l.address, l.name, l.subject, l.text, l.internet_id, l.at,
                   l.failed_at, l.withdrawn_at
            from %1$s_letter l left join person w on w.id = l.person_id""";

    private final JdbcClient database;

    PaperLetterRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param domain of its Message-ID */
    long add(PaperKind kind, long paper, @Nullable Long person, SendPaper input, String domain, Instant at) {
        return database.sql("""
                        insert into %1$s_letter (id, %1$s_id, person_id, address, name, subject, text, internet_id, at)
                        values (nextval('%1$s_letter_seq'), :paper, :person, :address, :receiver, :subject, :text, :internet, :at)
                        returning id""".formatted(kind.table()))
                .param("address", input.address())
                .param("receiver", input.receiver(), Types.VARCHAR)
                .param("subject", input.subject())
                .param("text", input.text())
                .param("paper", paper)
                .param("person", person, Types.BIGINT)
                .param("internet", kind.table() + "-" + UUID.randomUUID() + "@" + domain)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    Optional<PaperLetter> find(PaperKind kind, long id) {
        return database.sql(READ.formatted(kind.table()) + " where l.id = :id")
                .param("id", id)
                .query(PaperLetter.class)
                .optional();
    }

    /** Those of a paper, the latest first. */
    List<PaperLetter> of(PaperKind kind, long paper) {
        return database.sql((READ + " where l.%1$s_id = :paper order by l.id desc limit 50").formatted(kind.table()))
                .param("paper", paper)
                .query(PaperLetter.class)
                .list();
    }

    void fail(PaperKind kind, long id, Instant at) {
        database.sql("update %s_letter set failed_at = :at where id = :id".formatted(kind.table()))
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(PaperKind kind, long id, Instant at) {
        database.sql("update %s_letter set withdrawn_at = :at where id = :id".formatted(kind.table()))
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
