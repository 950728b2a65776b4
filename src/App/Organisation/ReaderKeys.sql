-- The actor's pigeonholes: own person, own units (or everything below them for who sees below), what was delegated, and whom an assistant assists; in
-- another's place ({3} is the delegation) those of its giver alone. See docs/decisions/rights.md, delegation.md and preparing.md.
with recursive acting (person_id, unit_id, ceiling) as (
    select id, cast(null as uuid), clearance from people where id = {0} and {3} = '00000000-0000-0000-0000-000000000000'
    union all
    select d.from_person_id, d.unit_id,
        case when d.ceiling < giver.clearance and d.ceiling < me.clearance then d.ceiling
             when giver.clearance < me.clearance then giver.clearance else me.clearance end
    from delegations d join people giver on giver.id = d.from_person_id join people me on me.id = d.to_person_id
    where d.to_person_id = {0} and d.from_at <= {1} and d.until_at > {1} and d.revoked_at is null
        and (d.id = {3} or {3} = '00000000-0000-0000-0000-000000000000')
        and exists (select 1 from positions p where p.person_id = d.from_person_id and p.from_on <= {2} and (p.until_on is null or p.until_on >= {2}))), -- Who left lends nothing any more.
held (unit_id, sees_below, ceiling) as (
    select p.unit_id, p.sees_below, a.ceiling from acting a join positions p on p.person_id = a.person_id
    where p.from_on <= {2} and (p.until_on is null or p.until_on >= {2}) and (a.unit_id is null or a.unit_id = p.unit_id)),
opened (unit_id, sees_below, ceiling) as ( -- A unit being rewritten is replaced by itself and the units directly under it.
    select unit_id, sees_below, ceiling from held
    union
    select c.id, o.sees_below, o.ceiling from opened o join units u on u.id = o.unit_id join units c on c.parent_id = u.id
    where o.sees_below and not u.below_ready)
select reader_id as "ReaderId", max(ceiling) as "Ceiling" from (
    select case when o.sees_below and u.below_ready then u.below_id else u.id end as reader_id, o.ceiling
    from opened o join units u on u.id = o.unit_id
    union all select person_id, ceiling from acting where unit_id is null
    union all -- An assistant looks into the own pigeonholes of those who lead the unit; that is not delegated on.
    select leads.person_id, case when leader.clearance < me.clearance then leader.clearance else me.clearance end
    from positions mine join positions leads on leads.unit_id = mine.unit_id
    join people leader on leader.id = leads.person_id join people me on me.id = mine.person_id
    where {3} = '00000000-0000-0000-0000-000000000000' and mine.person_id = {0} and mine.role = 'assistant' and leads.sees_below
        and mine.from_on <= {2} and (mine.until_on is null or mine.until_on >= {2})
        and leads.from_on <= {2} and (leads.until_on is null or leads.until_on >= {2})) k
group by reader_id
