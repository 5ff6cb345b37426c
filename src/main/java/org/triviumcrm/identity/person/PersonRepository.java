package org.triviumcrm.identity.person;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PersonRepository extends JpaRepository<Person, Long> {

    boolean existsBySignInName(String signInName);

    @Query("select count(p) > 0 from Person p where p.signInName = :name and p.id <> :except")
    boolean isSignInNameTaken(String name, long except);

    /** The address in lower case. */
    @Query("select count(p) > 0 from Person p where lower(p.email) = :email and p.id <> :except")
    boolean isEmailTaken(String email, long except);

    /** These people in one statement. */
    @Query("select distinct p from Person p left join fetch p.roleIds where p.id in :ids")
    List<Person> findWithRoles(Collection<Long> ids);
}
