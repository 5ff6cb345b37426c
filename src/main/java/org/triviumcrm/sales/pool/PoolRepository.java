package org.triviumcrm.sales.pool;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PoolRepository extends JpaRepository<Pool, Long> {

    /** The first that an opportunity fits takes it. */
    List<Pool> findByOrderByPositionAscIdAsc();

    /** 0 while there is none. */
    @Query("select coalesce(max(p.position), 0) from Pool p")
    int lastPosition();

    Optional<Pool> findByNameIgnoreCase(String name);
}
