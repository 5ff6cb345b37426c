package org.triviumcrm.sales.quote;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface QuoteRepository extends JpaRepository<Quote, Long> {

    /** Nobody else changes it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Quote q where q.id = :id")
    Optional<Quote> findForChange(long id);

    /** The versions of a quote before one, held likewise. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Quote q where q.rootId = :rootId and q.revision < :revision order by q.revision")
    List<Quote> findEarlier(long rootId, int revision);

    /** Whether a paper of it is kept that has left once and was changed or withdrawn since. */
    @Query(value = "select exists (select 1 from quote_former_paper f where f.quote_id = :id)", nativeQuery = true)
    boolean hasLeft(long id);
}
