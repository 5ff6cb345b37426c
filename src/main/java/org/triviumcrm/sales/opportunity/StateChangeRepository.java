package org.triviumcrm.sales.opportunity;

import org.springframework.data.jpa.repository.JpaRepository;

interface StateChangeRepository extends JpaRepository<StateChange, Long> {}
