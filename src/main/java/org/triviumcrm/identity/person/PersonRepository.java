package org.triviumcrm.identity.person;

import org.springframework.data.jpa.repository.JpaRepository;

interface PersonRepository extends JpaRepository<Person, Long> {

    boolean existsBySignInName(String signInName);
}
