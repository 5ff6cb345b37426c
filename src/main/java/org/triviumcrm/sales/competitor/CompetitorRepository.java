package org.triviumcrm.sales.competitor;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CompetitorRepository extends JpaRepository<Competitor, Long> {

    List<Competitor> findByOrderByNameAsc();

    Optional<Competitor> findByNameIgnoreCase(String name);
}
