package org.triviumcrm.sales.assignment;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface AssignmentCapacityRepository extends JpaRepository<AssignmentCapacity, Long> {

    Optional<AssignmentCapacity> findByPersonId(long personId);
}
