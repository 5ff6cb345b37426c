package org.triviumcrm.sales.assignment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AssignmentRuleRepository extends JpaRepository<AssignmentRule, Long> {

    List<AssignmentRule> findByOrderByPositionAscIdAsc();

    Optional<AssignmentRule> findByNameIgnoreCase(String name);
}
