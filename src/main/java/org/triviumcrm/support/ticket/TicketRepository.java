package org.triviumcrm.support.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TicketRepository extends JpaRepository<Ticket, Long> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.id = :id")
    Optional<Ticket> findForChange(long id);

    @Query(value = "select nextval('ticket_number')", nativeQuery = true)
    long nextNumber();

    /** Solved ones about which nothing has happened since, for closing them; those that somebody works on right now wait. */
    @Query(value = """
            select * from ticket where status = 'SOLVED' and updated_at < :before order by updated_at limit :most
            for update skip locked""", nativeQuery = true)
    List<Ticket> findSolved(Instant before, int most);

    boolean existsByReferenceAndIdNot(String reference, long id);
}
