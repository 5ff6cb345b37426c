package org.triviumcrm.identity.role;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoleRepository extends JpaRepository<Role, Long> {

    @Query("from Role where builtIn = :key")
    Optional<Role> findBuiltIn(String key);
}
