package org.triviumcrm.support.macro;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MacroRepository extends JpaRepository<Macro, Long> {

    @Query("select coalesce(max(m.position), 0) from Macro m where m.personId is null or m.personId = :personId")
    int lastPosition(long personId);
}
