package org.triviumcrm.support.care;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CarePlanRepository extends JpaRepository<CarePlan, Long> {

    List<CarePlan> findByOrderByStartsOnDescIdDesc();

    List<CarePlan> findByState(CareState state);

    /** Held until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from CarePlan p where p.id = :id")
    Optional<CarePlan> hold(long id);
}
