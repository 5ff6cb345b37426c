package org.triviumcrm.shared.list;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SavedViewRepository extends JpaRepository<SavedView, Long> {

    /** The views somebody may choose from: the own ones and what others share. */
    @Query(
            "select v from SavedView v where v.noun = :noun and (v.personId = :personId or v.shared) order by v.name, v.id")
    List<SavedView> visible(String noun, long personId);

    @Query("select v from SavedView v where v.id = :id and v.noun = :noun and (v.personId = :personId or v.shared)")
    Optional<SavedView> visible(long id, String noun, long personId);

    @Query("select count(v) > 0 from SavedView v where v.noun = :noun and v.personId = :personId and lower(v.name) ="
            + " lower(:name) and v.id <> :except")
    boolean taken(String noun, long personId, String name, long except);
}
