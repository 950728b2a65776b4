-- For holders that are units or people: the pigeonhole "below" of their unit and of every unit above it (at most seven levels),
-- as it was known at the moment asked for: positions entered or ended later do not count, whatever their days say.
with recursive asked (place, holder_id, day, at, entered_before) as (values {asked}),
held (place, unit_id) as (
    select a.place, u.id from asked a join units u on u.id = a.holder_id
    union
    select a.place, p.unit_id from asked a join positions p on p.person_id = a.holder_id
    where p.id < a.entered_before and p.from_on <= a.day and (p.until_on is null or p.until_on >= a.day or p.ended_at > a.at)),
up (place, parent_id, below_id) as (
    select h.place, u.parent_id, u.below_id from held h join units u on u.id = h.unit_id
    union
    select up.place, u.parent_id, u.below_id from up join units u on u.id = up.parent_id)
select place as "Place", below_id as "ReaderId" from up
