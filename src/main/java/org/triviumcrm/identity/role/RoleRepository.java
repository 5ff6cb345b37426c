package org.triviumcrm.identity.role;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RoleRepository extends JpaRepository<Role, Long> {

    @Query("from Role where builtIn = :key")
    Optional<Role> findBuiltIn(String key);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("from Role where builtIn = :key")
    Optional<Role> lock(String key);

    @Query("from Role r left join fetch r.permissions")
    List<Role> findAllWithPermissions();

    @Query("select count(r) > 0 from Role r where lower(r.name) = lower(:name) and r.id <> :except")
    boolean isNameTaken(String name, long except);

    /** How many active people have a role. */
    record PeopleCount(Long roleId, Long people) {}

    @Query(value = """
                    select pr.role_id, count(*) from person_role pr join person p on p.id = pr.person_id
                     where p.active group by pr.role_id""", nativeQuery = true)
    List<PeopleCount> countPeople();
}
