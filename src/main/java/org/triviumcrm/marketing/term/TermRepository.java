package org.triviumcrm.marketing.term;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface TermRepository extends JpaRepository<Term, Long> {

    List<Term> findByKindOrderByPositionAscIdAsc(TermKind kind);

    Optional<Term> findByIdAndKind(long id, TermKind kind);

    Optional<Term> findByKindAndNameIgnoreCase(TermKind kind, String name);

    int countByKind(TermKind kind);
}
