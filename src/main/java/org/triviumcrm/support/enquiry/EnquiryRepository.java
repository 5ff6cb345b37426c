package org.triviumcrm.support.enquiry;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.support.enquiry.EnquiryPage.File;
import org.triviumcrm.support.enquiry.EnquiryPage.Talk;
import org.triviumcrm.support.enquiry.EnquiryPage.Word;
import org.triviumcrm.support.message.Quotes;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.ticket.TicketStatus;

/** Tickets as their customers see them; see {@link EnquiryScope}. */
@Repository
class EnquiryRepository {

    private final JdbcClient database;
    private final FilePieces pieces;

    EnquiryRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "ticket_file_chunk", "file_id");
    }

    /** A ticket as it is kept. @param answers as JSON */
    record Found(
            EnquiryPage page,
            @Nullable Long typeId,
            @Nullable String answers) {}

    /** What a customer may do something about. @param status as it really is */
    record Standing(
            long id,
            TicketStatus status,
            @Nullable Long ownerId,
            @Nullable Long typeId,
            String name,
            String title) {}

    EnquiryList list(PortalCustomer me, EnquiryFilter filter, Instant now) {
        boolean all = filter.all() && me.wholeCustomer();
        String sql = """
                select t.id, t.number, t.name, t.created_at, %s as status,
                       case when t.contact_id is distinct from :contact then coalesce(k.name, t.requester_name, t.requester_email) end as requester,
                       (select max(m.at) from ticket_message m where m.ticket_id = t.id and %s) as last_word_at
                from ticket t left join contact k on k.id = t.contact_id
                where %s
                  and (:over or %s not in ('SOLVED', 'CLOSED'))
                  and (:q::text is null or t.search_pieces @> search_pieces(:q) and t.name || ' #' || t.number ilike '%%' || :like || '%%')
                  and (:before::bigint is null or (t.created_at, t.id) < (select b.created_at, b.id from ticket b where b.id = :before))
                order by t.created_at desc, t.id desc limit :most""".formatted(
                        EnquiryScope.STATUS,
                        EnquiryScope.SAID,
                        all ? EnquiryScope.OF_ALL : EnquiryScope.OWN,
                        EnquiryScope.STATUS);
        String q = filter.q();
        List<EnquiryRow> rows = EnquiryScope.of(database.sql(sql), me, now)
                .param("over", filter.over())
                .param("q", q, Types.VARCHAR)
                .param("like", q == null ? null : q.replaceAll("([\\\\%_])", "\\\\$1"), Types.VARCHAR)
                .param("before", filter.before(), Types.BIGINT)
                .param("most", EnquiryList.SIZE + 1)
                .query((row, number) -> new EnquiryRow(
                        row.getLong("id"),
                        row.getLong("number"),
                        row.getString("name"),
                        EnquiryStatus.of(TicketStatus.valueOf(row.getString("status"))),
                        at(row, "created_at"),
                        at(row, "last_word_at"),
                        row.getString("requester")))
                .list();
        return EnquiryList.of(rows);
    }

    Optional<Found> find(PortalCustomer me, long id, Instant now) {
        return EnquiryScope.of(database.sql("""
                        select t.id, t.number, t.name, t.created_at, %s as status, t.satisfaction,
                               case when t.contact_id is distinct from :contact then coalesce(k.name, t.requester_name, t.requester_email) end as requester,
                               y.id as type_id, y.name as type, case when y.id is not null then t.answers end as answers
                        from ticket t
                        left join contact k on k.id = t.contact_id
                        left join ticket_type y on y.id = t.type_id and y.open
                        where t.id = :id and %s""".formatted(EnquiryScope.STATUS, EnquiryScope.VISIBLE)), me, now)
                .param("id", id)
                .query((row, number) -> new Found(
                        new EnquiryPage(
                                row.getLong("id"),
                                row.getLong("number"),
                                row.getString("name"),
                                EnquiryStatus.of(TicketStatus.valueOf(row.getString("status"))),
                                row.getString("type"),
                                row.getString("requester"),
                                at(row, "created_at"),
                                row.getObject("satisfaction", Integer.class),
                                List.of()),
                        row.getObject("type_id", Long.class),
                        row.getString("answers")))
                .optional();
    }

    Optional<Standing> standing(PortalCustomer me, long id, Instant now) {
        return EnquiryScope.of(database.sql("""
                        select t.id, t.status, p.id as owner_id, t.type_id, t.name, '#' || t.number || ' ' || t.name as title
                        from ticket t left join person p on p.id = t.owner_id and p.active
                        where t.id = :id and %s""".formatted(EnquiryScope.VISIBLE)), me, now)
                .param("id", id)
                .query(Standing.class)
                .optional();
    }

    /** Where one that was merged is read along since; whether they see that one is another question. */
    Optional<Long> mergedInto(PortalCustomer me, long id, Instant now) {
        return EnquiryScope.of(database.sql("""
                        select t.merged_into_id from ticket t
                        where t.id = :id and t.merged_into_id is not null
                          and (t.contact_id = :contact and (t.customer_id is null or t.customer_id = :customer) or :whole and t.customer_id = :customer)"""), me, now)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** Of a ticket that they see. @param before id of a message; null for the latest part */
    Talk talk(PortalCustomer me, long ticketId, @Nullable Long before, Instant now) {
        List<Word> found = EnquiryScope.of(
                        database.sql("""
                        select m.id, m.kind, m.at, m.body, exists (select 1 from inbound_mail i where i.message_id = m.id) as by_mail,
                               m.kind = 'INBOUND' and (lower(m.author_email) = :email
                                   or coalesce(m.author_email, m.author_name) is null and t.contact_id = :contact) as own,
                               case when m.kind = 'INBOUND' then coalesce(m.author_name, m.author_email, k.name, t.requester_name, t.requester_email)
                                    when :names then p.name end as author
                        from ticket_message m
                        join ticket t on t.id = m.ticket_id
                        left join contact k on k.id = t.contact_id
                        left join person p on p.id = m.author_id
                        where m.ticket_id = :id and %s and %s and m.id < :before
                        order by m.id desc limit :most""".formatted(EnquiryScope.SAID, EnquiryScope.VISIBLE)), me, now)
                .param("id", ticketId)
                .param("email", me.email())
                .param("names", me.agentNames())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", Talk.SIZE + 1)
                .query((row, number) -> word(row))
                .list();
        List<Word> shown = found.stream().limit(Talk.SIZE).toList();
        Map<Long, List<File>> files =
                files(shown.stream().map(Word::id).toList()).stream().collect(Collectors.groupingBy(File::messageId));
        List<Word> words = shown.stream()
                .map(word -> word.with(files.getOrDefault(word.id(), List.of())))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
        return new Talk(words, found.size() > Talk.SIZE ? words.get(0).id() : null);
    }

    private static Word word(ResultSet row) throws SQLException {
        boolean byMail = row.getBoolean("by_mail");
        String body = Objects.requireNonNull(row.getString("body"));
        return new Word(
                row.getLong("id"),
                "INBOUND".equals(row.getString("kind")),
                row.getBoolean("own"),
                row.getString("author"),
                at(row, "at"),
                byMail ? Quotes.part(body).said() : body,
                byMail ? Quotes.part(body).quoted() : "",
                List.of());
    }

    private List<File> files(Collection<Long> messageIds) {
        return messageIds.isEmpty()
                ? List.of()
                : database.sql(
                                "select id, message_id, name, content_type, size_bytes as size from ticket_file where message_id = any(:ids) order by id")
                        .param("ids", messageIds.toArray(Long[]::new))
                        .query(File.class)
                        .list();
    }

    /** A file of something that they see. */
    Optional<File> file(PortalCustomer me, long ticketId, long fileId, Instant now) {
        return EnquiryScope.of(database.sql("""
                        select f.id, f.message_id, f.name, f.content_type, f.size_bytes as size
                        from ticket_file f
                        join ticket_message m on m.id = f.message_id
                        join ticket t on t.id = m.ticket_id
                        where f.id = :file and t.id = :id and %s and %s""".formatted(EnquiryScope.SAID, EnquiryScope.VISIBLE)), me, now)
                .param("file", fileId)
                .param("id", ticketId)
                .query(File.class)
                .optional();
    }

    void write(long fileId, OutputStream target) throws IOException {
        pieces.write(fileId, target);
    }

    void rate(long ticketId, int satisfaction) {
        database.sql("update ticket set satisfaction = :satisfaction where id = :id")
                .param("satisfaction", satisfaction)
                .param("id", ticketId)
                .update();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
